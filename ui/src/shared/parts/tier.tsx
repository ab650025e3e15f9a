import { useWords } from '../words';
import { Status, type StatusKind } from './status';

const KINDS: Readonly<Record<string, StatusKind>> = {
  prohibited: 'blocked',
  high: 'high-risk',
  limited: 'transparency',
  minimal: 'minimal',
  'out-of-scope': 'excluded',
  'dpia-required': 'high-risk',
  'dpia-recommended': 'transparency',
  'dpia-not-required': 'minimal',
  covered: 'high-risk',
  'not-covered': 'minimal',
};

/** The tier of a system under some rules; none while nothing was decided. */
export function Tier({
  tier,
  label,
  draft,
  leading,
}: {
  tier: string | null;
  /** Its words, for rules other than the EU AI Act. */
  label?: string | undefined;
  /** Answers are being collected. */
  draft?: boolean;
  leading?: boolean;
}) {
  const { say } = useWords();
  if (tier === null && draft) return <Status kind="half">{say('tier-draft')}</Status>;
  return (
    <Status kind={tier === null ? 'open' : (KINDS[tier] ?? 'info')} leading={leading && tier !== null}>
      {label ?? say(`tier-${tier ?? 'not-classified'}`)}
    </Status>
  );
}
