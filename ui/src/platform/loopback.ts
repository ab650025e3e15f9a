import { type ChosenFile, HostError, type HostEvents, type Platform } from './types';

async function post<T>(path: string, body: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new HostError(null);
  }
  const text = await response.text();
  const value: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new HostError(value);
  return value as T;
}

/** Hands the bytes of a dropped file over and gets a token, as the desktop shell does for native drops. */
async function upload(file: File): Promise<ChosenFile> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const value: unknown = await response.json();
  if (!response.ok) throw new HostError(value);
  return value as ChosenFile;
}

type Listener = (event: never) => void;
const listeners = new Map<keyof HostEvents, Set<Listener>>();

function emit<Name extends keyof HostEvents>(name: Name, event: HostEvents[Name]): void {
  for (const hear of listeners.get(name) ?? []) hear(event as never);
}

let connected = false;

function connect(): void {
  if (connected) return;
  connected = true;
  const events = new EventSource('/events');
  events.addEventListener('changed', (event) => emit('changed', JSON.parse(event.data)));
  events.addEventListener('dropped', (event) => emit('dropped', JSON.parse(event.data)));
  events.addEventListener('progress', (event) => emit('progress', JSON.parse(event.data)));
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void Promise.all(files.map(upload)).then((places) => emit('dropped', places));
  });
}

/** A normal browser in front of the development host, which serves the same core over HTTP. */
export const loopback: Platform = {
  call: (name, input) => post(`/call/${name}`, input ?? null),
  job: {
    start: (name, input) => post('/job', { action: 'start', name, input }),
    cancel: (job) => post('/job', { action: 'cancel', job }),
  },
  dialog: (request) => post('/dialog', request),
  on(name, hear) {
    connect();
    const set = listeners.get(name) ?? new Set<Listener>();
    set.add(hear as Listener);
    listeners.set(name, set);
    return () => set.delete(hear as Listener);
  },
};
