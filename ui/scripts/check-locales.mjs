// Every message a screen asks for exists, every message of a ui*.ftl file is asked for, and no key is given twice.
// Keys stand in the code as literals: say('key'), say(`prefix-${word}`), has(...), ...Key: 'key', and in arrays of such.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from '@fluent/syntax';

const here = import.meta.dirname;
const source = resolve(here, '../src');
const locales = resolve(here, '../../assets/locales');

function files(folder, pattern) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path, pattern) : pattern.test(name) ? [path] : [];
  });
}

const problems = [];
const english = new Map();
for (const path of files(join(locales, 'en'), /\.ftl$/)) {
  const name = path.split('/').at(-1);
  for (const entry of parse(readFileSync(path, 'utf8'), {}).body) {
    if (entry.type === 'Junk') problems.push(`${name}: does not parse: ${entry.content.trim().slice(0, 80)}`);
    if (entry.type !== 'Message') continue;
    const key = entry.id.name;
    if (english.has(key)) problems.push(`${name}: ${key} is already in ${english.get(key)}`);
    english.set(key, name);
  }
}

const exact = new Map();
const patterns = new Map();
const LITERAL = /(['"])([a-z][\w-]*)\1/g;
const TEMPLATE = /`([a-z][\w-]*-)?\$\{[^`]*?\}([\w-]*)`/g;
const ASKED = /\b(?:say|has)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
const NAMED = /\b\w*Key(?:=|:\s*)(['"])([a-z][\w-]*)\1/g;

function note(key, where) {
  if (!exact.has(key)) exact.set(key, where);
}

for (const path of files(source, /\.tsx?$/)) {
  if (/\.test\.tsx?$|generated\.ts$/.test(path)) continue;
  const text = readFileSync(path, 'utf8');
  const where = path.slice(source.length + 1);
  for (const match of text.matchAll(NAMED)) note(match[2], where);
  for (const call of text.matchAll(ASKED)) {
    // The arguments of a message are values, not keys.
    const first = call[1].split(/,\s*\{/)[0];
    for (const match of first.matchAll(TEMPLATE)) {
      const [, prefix = '', suffix = ''] = match;
      if (prefix !== '') patterns.set(`${prefix}*${suffix}`, where);
    }
    const bare = first.replace(/`[^`]*`/g, '').replace(/[!=]==?\s*(['"])[^'"]*\1/g, '');
    for (const match of bare.matchAll(LITERAL)) note(match[2], where);
  }
  // Keys that are chosen before they are said are listed with a mark: /* words */ 'a', 'b'.
  for (const mark of text.matchAll(/\/\* words \*\/\s*([^;]*);/g)) {
    for (const match of mark[1].matchAll(LITERAL)) note(match[2], where);
  }
}

for (const [key, where] of exact) if (!english.has(key)) problems.push(`${where}: no message ${key}`);
const fits = (pattern, key) => {
  const [prefix, suffix] = pattern.split('*');
  return key.length > prefix.length + suffix.length && key.startsWith(prefix) && key.endsWith(suffix);
};
for (const [pattern, where] of patterns) {
  if (![...english.keys()].some((key) => fits(pattern, key)))
    problems.push(`${where}: no message fits ${pattern}`);
}
for (const [key, name] of english) {
  if (!name.startsWith('ui') || exact.has(key)) continue;
  if (![...patterns.keys()].some((pattern) => fits(pattern, key)))
    problems.push(`${name}: ${key} is not used`);
}

for (const problem of problems) console.error(problem);
console.log(
  `words: ${english.size} messages, ${exact.size} keys and ${patterns.size} patterns used, ${problems.length} problems`,
);
process.exit(problems.length > 0 ? 1 : 0);
