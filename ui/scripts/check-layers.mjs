// Layers point one way, features do not know each other, there are no import circles, and only platform/ knows the
// desktop shell. Prints each breach and exits 1.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../src');
const ORDER = ['platform', 'api', 'shared', 'features', 'views'];
const MOST_LINES = 500;

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

function target(from, spec) {
  const base = resolve(dirname(from), spec);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), join(base, 'index.tsx')];
  return candidates.find((path) => existsSync(path) && statSync(path).isFile());
}

const layer = (path) => relative(root, path).split('/')[0];
const feature = (path) => relative(root, path).split('/').slice(0, 2).join('/');
const show = (path) => relative(root, path);
const problems = [];
const graph = new Map();
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

for (const file of files(root)) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length;
  if (lines > MOST_LINES && !file.endsWith('generated.ts'))
    problems.push(`${show(file)} has ${lines} lines; split it`);
  const edges = new Set();
  for (const match of text.matchAll(IMPORT)) {
    const spec = match[2] ?? match[3];
    if (spec.startsWith('@tauri-apps') && layer(file) !== 'platform') {
      problems.push(`${show(file)} imports ${spec}; only platform/ may`);
    }
    if (!spec.startsWith('.')) continue;
    const to = target(file, spec);
    if (!to?.startsWith(root)) continue;
    const [here, there] = [ORDER.indexOf(layer(file)), ORDER.indexOf(layer(to))];
    if (here >= 0 && there > here)
      problems.push(`${show(file)} imports ${show(to)}: ${layer(file)} may not know ${layer(to)}`);
    if (layer(file) === 'features' && layer(to) === 'features' && feature(file) !== feature(to)) {
      problems.push(`${show(file)} imports ${show(to)}: features do not know each other`);
    }
    // A type has no run-time order; circles of types alone are harmless.
    if (match[1] === undefined) edges.add(to);
  }
  graph.set(file, edges);
}

const state = new Map();
function walk(file, path) {
  if (state.get(file) === 'done') return;
  if (state.get(file) === 'open') {
    const circle = path.slice(path.indexOf(file)).concat(file).map(show);
    problems.push(`import circle: ${circle.join(' -> ')}`);
    return;
  }
  state.set(file, 'open');
  for (const to of graph.get(file) ?? []) walk(to, [...path, file]);
  state.set(file, 'done');
}
for (const file of graph.keys()) walk(file, []);

for (const problem of problems) console.error(problem);
console.log(`layers: ${graph.size} files, ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
