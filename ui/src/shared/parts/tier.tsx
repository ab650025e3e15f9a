import { useWords } from '../words';
import { Status, type StatusKind } from './status';

const KINDS: Readonly<Record<string, StatusKind>> = {
  prohibited: 'blocked',
  high: 'high-risk',
  limited: 'transparency',
  minimal: 'minimal',
  'out-of-scope': 'excluded',
};

/** The EU AI Act tier of a system; none while nothing was decided. */
export function Tier({
  tier,
  provisional,
  leading,
}: {
  tier: string | null;
  provisional?: boolean;
  leading?: boolean;
}) {
  const { say } = useWords();
  const words = say(`tier-${tier ?? 'not-classified'}`);
  return (
    <Status kind={tier === null ? 'open' : (KINDS[tier] ?? 'info')} leading={leading && tier !== null}>
      {provisional ? say('tier-provisional', { tier: words }) : words}
    </Status>
  );
}
