import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is narrower than this, in px. */
export function useNarrow(below: number): boolean {
  return useMediaQuery(`(max-width: ${below - 0.02}px)`, false, { getInitialValueInEffect: false }) ?? false;
}
