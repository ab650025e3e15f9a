// Starts the built program in a real window under a virtual display, creates a workspace in it as a person does, writes,
// restarts, reads. Speaks WebDriver to WebKitWebDriver; dialogs are native, so the place of the file is handed over on
// the command line instead: `cairn --new FILE` begins the wizard with it, `cairn FILE` opens it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const built = process.env.CAIRN_TARGET ?? join(root, 'target/debug');
const binary = join(built, 'cairn');
const cairnctl = join(built, 'cairnctl');
for (const path of [binary, cairnctl]) {
  if (!existsSync(path)) throw new Error(`${path} is not built`);
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-window-'));
const file = join(folder, 'harbour.cairn');
const secret = join(folder, 'passphrase');
const PASSPHRASE = 'a pebble for every step';
writeFileSync(secret, PASSPHRASE);
const environment = {
  ...process.env,
  CAIRN_CONFIG_DIR: join(folder, 'config'),
  HOME: folder,
  TAURI_AUTOMATION: 'true',
  TAURI_WEBVIEW_AUTOMATION: 'true',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
};

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, test, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const value = await test();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await wait(150);
  }
  throw new Error(`${what} did not happen in ${seconds} s${last ? `: ${last.message}` : ''}`);
}

function startDisplay() {
  return new Promise((done, fail) => {
    const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    display.once('error', fail);
    display.stdio[3].once('data', (bytes) => {
      environment.DISPLAY = `:${String(bytes).trim()}`;
      done(display);
    });
  });
}

class Session {
  constructor(port) {
    this.base = `http://127.0.0.1:${port}`;
  }

  async ask(method, path, body) {
    const response = await fetch(`${this.base}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.message ?? JSON.stringify(value)}`);
    return value;
  }

  async open(args) {
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
    const opened = await this.ask('POST', '/session', { capabilities });
    this.path = `/session/${opened.sessionId}`;
  }

  script(source, ...args) {
    return this.ask('POST', `${this.path}/execute/async`, { script: source, args });
  }

  text() {
    return this.ask('POST', `${this.path}/execute/sync`, { script: 'return document.body.innerText', args: [] });
  }

  /** The element that shows; WebDriver's own name for it. */
  async element(xpath) {
    const found = await this.ask('POST', `${this.path}/element`, { using: 'xpath', value: xpath });
    return Object.values(found)[0];
  }

  /** Waits for an element and clicks it. */
  async click(what, xpath) {
    await until(what, async () => {
      await this.ask('POST', `${this.path}/element/${await this.element(xpath)}/click`, {});
      return true;
    });
  }

  /** The register by the navigation, whose phase is folded while another screen shows. */
  async register() {
    await this.click('the phase', "//nav//*[self::button or self::a][contains(normalize-space(), 'Assess')]");
    await this.click('the register', "//nav//a[normalize-space()='AI systems']");
  }

  button(name) {
    return this.click(`the button ${name}`, `//button[normalize-space()='${name}' and not(@disabled)]`);
  }

  /** Types into the field with this label, key by key. */
  async type(label, text) {
    const field = await until(`the field ${label}`, () =>
      this.element(`//*[@id=//label[contains(normalize-space(), '${label}')]/@for]`),
    );
    await this.ask('POST', `${this.path}/element/${field}/value`, { text });
  }

  shows(text) {
    return until(`"${text}"`, async () => (await this.text()).includes(text));
  }

  /** A use case, called the way the window calls it. */
  invoke(name, input) {
    return this.script(
      `const [name, input, done] = arguments;
       window.__TAURI_INTERNALS__.invoke('call', { name, input }).then((value) => done({ value }), (error) => done({ error }));`,
      name,
      input,
    );
  }

  /** Starts the program with the encrypted file, as a person who knows its passphrase. */
  async enter() {
    await this.open([file]);
    await this.type('Passphrase', PASSPHRASE);
    await this.button('Open workspace');
    return until('the workspace', () => this.workspace());
  }

  /** The open workspace, once the window shows it. */
  async workspace() {
    const { value } = await this.invoke('workspace.get', {});
    return value && /Harbour Analytics/.test(await this.text()) ? value : null;
  }

  close() {
    return this.ask('DELETE', this.path);
  }
}

function picture(name) {
  const out = process.env.CAIRN_WINDOW_SHOTS;
  if (out) spawnSync('import', ['-window', 'root', join(out, `${name}.png`)], { env: environment });
}

let passed = 0;
async function step(name, act) {
  await act();
  passed += 1;
  console.log(`ok    ${name}`);
}

const display = await startDisplay();
const port = 4444 + (process.pid % 1000);
const driver = spawn('dbus-run-session', ['--', 'WebKitWebDriver', `--port=${port}`], {
  env: environment,
  stdio: 'ignore',
  detached: true,
});
const stop = () => {
  try {
    process.kill(-driver.pid);
  } catch {}
  display.kill();
  rmSync(folder, { recursive: true, force: true });
};

try {
  const session = new Session(port);
  await until('the driver answers', () => session.ask('GET', '/status'));

  await step('the welcome screen shows in the real window', async () => {
    await session.open([]);
    await until('the welcome screen', async () => /New workspace/.test(await session.text()));
    picture('welcome');
    await session.close();
  });

  await step('a workspace is created in the window, and its file is encrypted', async () => {
    await session.open(['--new', file]);
    await session.type('Name of the organisation', 'Harbour Analytics');
    await session.button('Continue');
    await session.shows('harbour.cairn');
    picture('create-file');
    await session.button('Continue');
    await session.type('Passphrase', PASSPHRASE);
    await session.type('Repeat the passphrase', PASSPHRASE);
    picture('create-passphrase');
    await session.button('Continue');
    await session.type('Your name', 'Compliance lead');
    await session.button('Create workspace');
    const made = await until('the workspace', () => session.workspace());
    if (made.encrypted !== true) throw new Error(JSON.stringify(made));
    await session.shows('0 of 22 stones set');
    picture('created');
  });

  await step('what is written there is still there after a restart', async () => {
    await session.register();
    await session.button('Add AI system');
    await session.type('Name of the system', 'Shift planner');
    await session.button('Add system');
    await session.shows('AI-001');
    picture('written');
    await session.close();

    await session.enter();
    await session.register();
    await session.shows('Shift planner');
    picture('restarted');
    await session.close();
  });

  await step('a file that is there already is not written over', async () => {
    await session.open(['--new', file]);
    await session.type('Name of the organisation', 'Another');
    await session.button('Continue');
    await session.button('Continue');
    await session.click('the choice', "//*[normalize-space()='Leave it unencrypted']");
    await session.button('Continue');
    await session.type('Your name', 'Somebody');
    await session.button('Create workspace');
    await session.shows('A file of this name is there already.');
    await session.close();
  });

  await step('the window can call three commands and nothing else', async () => {
    await session.enter();
    for (const command of ['plugin:dialog|open', 'plugin:event|emit', 'plugin:webview|create_webview_window', 'plugin:path|resolve_directory', 'plugin:opener|open_path', 'plugin:shell|open']) {
      const answer = await session.script(
        `const [command, done] = arguments;
         window.__TAURI_INTERNALS__.invoke(command, {}).then(() => done('allowed'), (error) => done(String(error)));`,
        command,
      );
      if (answer === 'allowed' || !/not allowed|denied/i.test(answer)) throw new Error(`${command}: ${answer}`);
    }
    await session.close();
  });

  await step('the file verifies afterwards', async () => {
    const verified = spawnSync(cairnctl, ['verify', file, '--passphrase-file', secret, '--json'], { env: environment });
    const report = JSON.parse(String(verified.stdout));
    if (verified.status !== 0 || report.ok !== true) throw new Error(String(verified.stdout));
  });
  console.log(`${passed} passed, 0 failed`);
} catch (error) {
  picture('failure');
  console.log(`FAIL  ${error.stack ?? error}`);
  console.log(`${passed} passed, 1 failed`);
  process.exitCode = 1;
} finally {
  stop();
}
