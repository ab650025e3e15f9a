import { HostError } from '../platform';
import type { Code, WireError } from './generated';

/** How loud an error is: a notice in passing, something to settle first, or a stop. */
export type Severity = 'notice' | 'attention' | 'stop';

/** What the screen offers beside the words. */
export type ErrorAction =
  | 'none'
  | 'retry'
  | 'reload'
  | 'ask-passphrase'
  | 'choose-file'
  | 'go-start'
  | 'copy';

interface Treatment {
  severity: Severity;
  action: ErrorAction;
  /** Message key of the heading. */
  titleKey: string;
  /** Whether everything saved before is known to be there still. */
  kept?: true;
}

/** What each code means for a screen. Total: a code without a row does not compile. */
export const TREATMENT: Readonly<Record<Code, Treatment>> = {
  'bad-call': { severity: 'stop', action: 'copy', titleKey: 'error-title-internal', kept: true },
  invalid: { severity: 'attention', action: 'none', titleKey: 'error-title-invalid' },
  refused: { severity: 'attention', action: 'none', titleKey: 'error-title-refused' },
  'not-found': { severity: 'attention', action: 'reload', titleKey: 'error-title-not-found' },
  conflict: { severity: 'attention', action: 'reload', titleKey: 'error-title-conflict' },
  'no-permission': { severity: 'attention', action: 'none', titleKey: 'error-title-no-permission' },
  'no-workspace': { severity: 'attention', action: 'go-start', titleKey: 'error-title-no-workspace' },
  'passphrase-needed': {
    severity: 'notice',
    action: 'ask-passphrase',
    titleKey: 'error-title-passphrase-needed',
  },
  'passphrase-wrong': {
    severity: 'attention',
    action: 'ask-passphrase',
    titleKey: 'error-title-passphrase-wrong',
  },
  'not-a-workspace': {
    severity: 'attention',
    action: 'choose-file',
    titleKey: 'error-title-not-a-workspace',
  },
  'newer-format': { severity: 'stop', action: 'choose-file', titleKey: 'error-title-newer-format' },
  'older-format': { severity: 'stop', action: 'choose-file', titleKey: 'error-title-older-format' },
  damaged: { severity: 'stop', action: 'copy', titleKey: 'error-title-damaged' },
  'read-only': { severity: 'attention', action: 'retry', titleKey: 'error-title-read-only' },
  busy: { severity: 'attention', action: 'retry', titleKey: 'error-title-busy' },
  'config-folder': { severity: 'stop', action: 'retry', titleKey: 'error-title-config-folder', kept: true },
  'disk-full': { severity: 'stop', action: 'retry', titleKey: 'error-title-disk-full', kept: true },
  exists: { severity: 'attention', action: 'choose-file', titleKey: 'error-title-exists' },
  missing: { severity: 'attention', action: 'choose-file', titleKey: 'error-title-missing' },
  'file-refused': { severity: 'attention', action: 'choose-file', titleKey: 'error-title-file-refused' },
  cancelled: { severity: 'notice', action: 'none', titleKey: 'error-title-cancelled' },
  internal: { severity: 'stop', action: 'copy', titleKey: 'error-title-internal', kept: true },
};

/** An error of the core, thrown by every call. */
export class CallError extends Error {
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = 'CallError';
    this.wire = wire;
  }

  get code(): Code {
    return this.wire.code;
  }
}

/** Codes that the same call made again cannot settle: something has to change first. */
const REFUSALS: ReadonlySet<Code> = new Set(['invalid', 'refused', 'no-permission', 'not-found', 'bad-call']);

/** Whether the core understood the call and would not do it, as opposed to a file or disk that failed. */
export function isRefusal(error: unknown): boolean {
  return error instanceof CallError && REFUSALS.has(error.code);
}

function isWire(payload: unknown): payload is WireError {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'code' in payload &&
    typeof payload.code === 'string' &&
    payload.code in TREATMENT
  );
}

/** Whatever was thrown, as the one kind of error screens know. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (thrown instanceof HostError && isWire(thrown.payload)) return new CallError(thrown.payload);
  const detail = thrown instanceof HostError ? JSON.stringify(thrown.payload) : String(thrown);
  // No words here: a screen shows the heading of `internal` and the detail to copy.
  return new CallError({ code: 'internal', message: '', hints: [], fields: [], incident: detail });
}
