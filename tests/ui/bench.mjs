// What every browser flow stands on: the real core behind the loopback host, one Chromium, a fresh folder a flow.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
const require = createRequire(join(root, 'ui/package.json'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const samples = resolve(root, process.env.CAIRN_SAMPLES ?? '../shared/samples');

const program = (name) => {
  const path = join(process.env.CAIRN_TARGET ?? join(root, 'target/debug'), name);
  if (!existsSync(path)) throw new Error(`${path} is not built`);
  return path;
};

/** Starts the loopback host on a free port with a folder of its own. */
export async function startHost() {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-flow-'));
  // `CAIRN_UI` names another build of the window than `ui/dist`.
  const ui = process.env.CAIRN_UI ? ['--ui', process.env.CAIRN_UI] : [];
  const host = spawn(program('cairn-devtool'), ['serve', '--port', '0', '--config', folder, ...ui], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CAIRN_CONFIG_DIR: folder },
  });
  const address = await new Promise((done, fail) => {
    host.stdout.once('data', (bytes) => done(String(bytes).trim()));
    host.once('exit', (code) => fail(new Error(`the loopback host ended with ${code}`)));
  });
  const post = async (path, body) => {
    const response = await fetch(`${address}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    const value = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return value;
  };
  return {
    address,
    folder,
    /** Calls a use case beside the page, to prepare or to look. */
    call: (name, input = {}) => post(`/call/${name}`, input),
    /** The next dialog gives this path; null means the person closes it. */
    choose: (path) => post('/dialog/next', { path }),
    /** Takes the next answer itself, as a file beside the page. */
    dialog: () => post('/dialog', {}),
    drop: (...paths) => post('/drop', { paths }),
    async stop() {
      host.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a workspace of Harbour Analytics beside the page and leaves it open; its lead may approve if `approver` says so. */
export async function newWorkspace(host, { approver = false } = {}) {
  await host.choose(join(host.folder, 'harbour.cairn'));
  const place = await host.dialog();
  await host.call('workspace.create', {
    organisation: 'Harbour Analytics',
    file: place.token,
    passphrase: null,
    name: 'Compliance lead',
    jobTitle: null,
    affiliation: 'staff',
    approver,
  });
}

/** Throws unless both are the same when written down. */
export function expectSame(is, wanted, what) {
  if (JSON.stringify(is) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  }
}

const SIZES = { '1280x800': { width: 1280, height: 800 }, '1024x700': { width: 1024, height: 700 } };

/** Pictures in both sizes and schemes, for looking at; none unless `CAIRN_FLOW_SHOTS` names a folder. */
export async function pictures(page, name) {
  const folder = process.env.CAIRN_FLOW_SHOTS;
  if (!folder) return;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize(SIZES['1280x800']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** One Chromium for all flows. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CAIRN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page that fails the flow on any error in the console, uncaught exception or policy violation. */
export async function openPage(browser, host, options = {}) {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // A refused call answers 422; the page shows it, the browser logs it.
    if (message.type() === 'error' && !message.text().includes('422')) faults.push(message.text());
  });
  page.setDefaultTimeout(10_000);
  await page.goto(host.address);
  return { page, faults, close: () => context.close() };
}

/** Serious and critical findings of axe on the page as it stands. */
export async function accessibility(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  );
  return result.violations.map(
    (found) => `${found.id}: ${found.help} (${found.nodes.map((node) => node.target.join(' ')).join('; ')})`,
  );
}

/**
 * Words that cannot be read: they run out of the window or under the edge of a box that does not scroll, with no ellipsis
 * to say so.
 */
export function cutWords(page) {
  return page.evaluate(() => {
    const shown = (element) => {
      const style = getComputedStyle(element);
      return style.visibility !== 'hidden' && Number(style.opacity) > 0;
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.data.trim();
      const element = node.parentElement;
      if (words === '' || !shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      // What is there for screen readers only measures nothing.
      if (text.width < 2 || text.height < 2 || element.getBoundingClientRect().width < 2) continue;
      let scrolls = false;
      let edge = window.innerWidth;
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') scrolls = true;
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') scrolls = true;
        if (style.overflowX === 'hidden' || style.overflowX === 'clip') {
          edge = Math.min(edge, box.getBoundingClientRect().right);
        }
        if (scrolls || style.position === 'fixed') break;
      }
      const below = text.top > window.innerHeight || text.bottom < 0;
      // What a box hides as a whole is folded away, not cut.
      const folded = edge < window.innerWidth && text.left > edge - 2;
      if (!scrolls && !below && !folded && text.right > edge + 1.5) {
        found.push(`${words.slice(0, 60)} (${Math.round(text.right - edge)} px)`);
      }
    }
    return found;
  });
}

/** Boxes of a column that lie over the box beside them. */
export function boxesOver(page) {
  return page.evaluate(() => {
    const found = [];
    for (const parent of document.querySelectorAll('main *, aside *, [role=dialog] *')) {
      const style = getComputedStyle(parent);
      if (style.display !== 'grid' && style.display !== 'flex') continue;
      const children = [...parent.children].filter((child) => {
        const { position, visibility } = getComputedStyle(child);
        return position === 'static' && visibility !== 'hidden' && child.getBoundingClientRect().width > 2;
      });
      for (const [at, child] of children.entries()) {
        // Padding may lie over a neighbour, what stands inside it may not.
        const content = (each) =>
          each.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(each).paddingRight);
        const inner = Math.max(...[child, ...child.children].map(content));
        const own = child.getBoundingClientRect();
        for (const other of children.slice(at + 1)) {
          const box = other.getBoundingClientRect();
          const beside = box.left > own.left + 2 && box.top < own.bottom - 2 && box.bottom > own.top + 2;
          const clips = getComputedStyle(child).overflowX !== 'visible';
          const right = clips ? own.right : inner;
          if (beside && right > box.left + 2) {
            found.push(`${child.textContent.slice(0, 40)} over ${other.textContent.slice(0, 40)}`);
          }
        }
      }
    }
    return found;
  });
}

/** Throws when, in either size of the window, words run out of sight or a box lies over another. */
async function expectInSight(page, screen) {
  const size = page.viewportSize();
  for (const viewport of [size, SIZES['1024x700']]) {
    if (viewport.width !== page.viewportSize().width) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(150);
    }
    const hidden = [...(await cutWords(page)), ...(await boxesOver(page))];
    if (hidden.length > 0)
      throw new Error(`out of sight on ${screen} at ${viewport.width} px:\n  ${hidden.join('\n  ')}`);
  }
  await page.setViewportSize(size);
}

/** Throws unless the page has no accessibility finding and all of it is in sight. */
export async function expectAccessible(page, screen) {
  const found = await accessibility(page);
  if (found.length > 0) throw new Error(`accessibility of ${screen}:\n  ${found.join('\n  ')}`);
  await expectInSight(page, screen);
}
