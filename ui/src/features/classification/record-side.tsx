import { DateInput } from '@mantine/dates';
import type { ClassificationVersion, ClassificationView } from '../../api';
import { fieldError } from '../../shared/form';
import { IconShieldCheck } from '../../shared/icons';
import { Button, Hash, Status, Tier } from '../../shared/parts';
import { today, useWords } from '../../shared/words';
import css from './classification.module.css';

/** Who decided and when, or who would. */
function Signature({ view }: { view: ClassificationView }) {
  const { say, moment, date } = useWords();
  const { signed } = view;
  return (
    <div className={`panel ${css.signature}`}>
      <div className="spread">
        <span className="caption">
          {say(signed?.recommended ? 'classification-recommended-by' : 'classification-decided-by')}
        </span>
        {signed?.recommended ? (
          <Status kind="waiting">{say('classification-recommended')}</Status>
        ) : signed ? (
          <Status kind="done">{say('classification-signed')}</Status>
        ) : (
          <Status kind="waiting">{say('classification-waiting')}</Status>
        )}
      </div>
      <div className="panel-title">{signed?.by?.name ?? say('classification-nobody')}</div>
      {signed?.at && <div className="caption">{moment(signed.at)}</div>}
      {signed?.recommended && <div className="caption">{say('classification-recommended-note')}</div>}
      {signed?.reviewOn && (
        <div className="caption">{say('classification-look-again', { date: date(signed.reviewOn) })}</div>
      )}
    </div>
  );
}

function Past({
  versions,
  current,
  onDecision,
}: {
  versions: readonly ClassificationVersion[];
  current: string | null;
  onDecision: (decision: string | null) => void;
}) {
  const { say, date } = useWords();
  if (versions.length === 0) return null;
  return (
    <section className={css.sideBlock}>
      <h2 className="panel-title">{say('classification-history')}</h2>
      <ol className={`panel ${css.past}`}>
        {versions.map((past) => (
          <li key={past.record.id}>
            <button
              type="button"
              aria-current={past.record.id === current ? 'true' : undefined}
              onClick={() => onDecision(past.standing === 'decided' ? null : past.record.id)}
            >
              <span>
                {say('classification-version', { code: past.record.code ?? '', version: past.version })}
              </span>
              <span className="caption">{past.signed.at ? date(past.signed.at) : ''}</span>
              <Tier tier={past.tier?.id ?? null} label={past.tier?.label} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Signature, when to look again, the rules behind it, and the decisions before. */
export function RecordSide({
  view,
  review,
  onDiscard,
  onDecision,
}: {
  view: ClassificationView;
  /** The review date while it can still be chosen. */
  review: {
    date: string | null;
    change: (date: string | null) => void;
    /** What is wrong with it. */
    fault: string | undefined;
  } | null;
  onDiscard?: (() => void) | undefined;
  onDecision: (decision: string | null) => void;
}) {
  const { say, date } = useWords();
  const { basis } = view;
  return (
    <aside className={css.recordSide} aria-label={say('classification-aside')}>
      <section className={css.sideBlock}>
        <h2 className="panel-title">{say('classification-signature')}</h2>
        <Signature view={view} />
      </section>
      <section className={css.sideBlock}>
        <h2 className="panel-title">{say('classification-when')}</h2>
        {review && (
          <DateInput
            label={say('classification-review')}
            minDate={today()}
            valueFormat="D MMM YYYY"
            error={fieldError(review.fault)}
            value={review.date}
            onChange={review.change}
          />
        )}
        <ul className={css.lines}>
          <li>{say('classification-when-purpose')}</li>
          <li>{say('classification-when-model')}</li>
          <li>{say('classification-when-law')}</li>
        </ul>
      </section>
      <section className={css.sideBlock}>
        <h2 className="panel-title">{say('classification-basis')}</h2>
        <p style={{ color: 'var(--ink2)' }}>{basis.title}</p>
        <p className="caption">
          {say('classification-rules', { version: basis.version, date: date(basis.date) })}
        </p>
        {!basis.newest && <Status kind="info">{say('classification-outdated')}</Status>}
        <p className="caption">{basis.notice}</p>
        <div className={`panel ${css.signature}`}>
          <div className="row">
            <IconShieldCheck size={15} style={{ color: 'var(--accent)' }} aria-hidden="true" />
            <span className="caption">{say('classification-hash')}</span>
          </div>
          <Hash value={basis.sha256.slice(0, 16)} />
        </div>
      </section>
      <Past versions={view.history} current={view.record?.id ?? null} onDecision={onDecision} />
      {onDiscard && (
        <div>
          <Button look="danger" size="small" onClick={onDiscard}>
            {say('classification-discard')}
          </Button>
        </div>
      )}
    </aside>
  );
}
