import type { Platform } from './types';

export * from './types';

let chosen: Platform | undefined;

/** Finds out which host this is. Called once, before anything is drawn. */
export async function choosePlatform(): Promise<void> {
  if ('__TAURI_INTERNALS__' in window) chosen = (await import('./tauri')).tauri;
  else chosen = (await import('./loopback')).loopback;
}

/** The host chosen at start-up. */
export function platform(): Platform {
  if (!chosen) throw new Error('choosePlatform() comes first');
  return chosen;
}

/** Puts a host in place; used where the window cannot say which it is. */
export function setPlatform(host: Platform): void {
  chosen = host;
}
