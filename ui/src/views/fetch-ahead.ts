import { FEATURES } from './registry';

/** Rest before the next screen is fetched ahead where the engine does not tell when it is idle. */
const REST = 200;

/** Waits until the window has nothing else to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    // WebKit has no idle callback.
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve());
    else globalThis.setTimeout(resolve, REST);
  });
}

/** Fetches the code of every screen ahead, one after another while nothing else is to do. */
export async function fetchAhead(): Promise<void> {
  for (const { load } of FEATURES.flatMap((feature) => feature.screens)) {
    await idle();
    // A screen that cannot be fetched says so when somebody goes there.
    await load?.().catch(() => undefined);
  }
}
