import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { type ChosenFile, HostError, type Platform } from './types';

async function ask<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (payload) {
    throw new HostError(payload);
  }
}

/** The desktop shell: three commands and three events. */
export const tauri: Platform = {
  call: (name, input) => ask('call', { name, input }),
  job: {
    start: (name, input) => ask('job', { request: { action: 'start', name, input } }),
    cancel: (job) => ask('job', { request: { action: 'cancel', job } }),
  },
  dialog: (request) => ask<ChosenFile | null>('dialog', { request }),
  on(name, hear) {
    let stopped = false;
    let stop: (() => void) | undefined;
    void listen(name, (event) => hear(event.payload as never)).then((unlisten) => {
      if (stopped) unlisten();
      else stop = unlisten;
    });
    return () => {
      stopped = true;
      stop?.();
    };
  },
};
