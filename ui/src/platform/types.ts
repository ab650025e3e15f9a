/** The host the window runs in. Everything that differs between hosts goes through this one interface. */
export interface Platform {
  /** Runs one use case; rejects with a {@link HostError}. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Starts long work and gives its id, or asks it to stop. */
  job: {
    start(name: string, input: unknown): Promise<string>;
    cancel(job: string): Promise<void>;
  };
  /** Lets the person choose a file; nothing when they close the dialog. */
  dialog(request: DialogRequest): Promise<ChosenFile | null>;
  /** Hears events of the host until the returned function is called. */
  on<Name extends keyof HostEvents>(name: Name, hear: (event: HostEvents[Name]) => void): () => void;
}

/** What the person is asked to choose. */
export type DialogRequest = {
  /** Title of the dialog, in the person's language. */
  title: string;
} & (
  | { kind: 'folder' }
  | {
      kind: 'open';
      /** Kinds of files offered, with file name endings without the dot. */
      files: { name: string; endings: string[] }[];
    }
  | {
      kind: 'save';
      files: { name: string; endings: string[] }[];
      /** Proposed file name. */
      suggested: string;
    }
);

/** A file the person chose; the window knows a token, never a path it could use. */
export interface ChosenFile {
  token: string;
  name: string;
  /** For a person to read. */
  folder: string;
  /** Whether a cloud service or a server keeps that folder. */
  shared: boolean;
}

/** Events of the host. */
export interface HostEvents {
  /** Data with these tags is stale. */
  changed: string[];
  /** A job moved on or ended; the shape is the core's `JobEvent`. */
  progress: unknown;
  /** Files were dropped on the window. */
  dropped: ChosenFile[];
}

/** A refused call. `payload` is the core's wire error where there is one. */
export class HostError extends Error {
  readonly payload: unknown;

  constructor(payload: unknown) {
    super('the host refused the call');
    this.payload = payload;
  }
}
