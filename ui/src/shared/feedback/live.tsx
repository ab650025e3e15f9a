import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const Live = createContext<(text: string) => void>(() => undefined);

/** Holds the polite live region: autosave, toasts and changes of outcome are spoken through it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  // The same sentence twice must be spoken twice: a changing trailing space makes it new.
  const announce = useCallback(
    (next: string) => setText((old) => (old === next ? `${next}\u00a0` : next)),
    [],
  );
  return (
    <Live value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        {text}
      </div>
    </Live>
  );
}

/** Says something to people who listen. */
export function useAnnounce(): (text: string) => void {
  return useContext(Live);
}
