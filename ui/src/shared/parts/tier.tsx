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
  draft,
  leading,
}: {
  tier: string | null;
  /** Answers are being collected. */
  draft?: boolean;
  leading?: boolean;
}) {
  const { say } = useWords();
  if (tier === null && draft) return <Status kind="half">{say('tier-draft')}</Status>;
  return (
    <Status kind={tier === null ? 'open' : (KINDS[tier] ?? 'info')} leading={leading && tier !== null}>
      {say(`tier-${tier ?? 'not-classified'}`)}
    </Status>
  );
}
