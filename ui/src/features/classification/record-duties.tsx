import { type ClassificationDuty, type ClassificationView, type ObligationItem, useRead } from '../../api';
import { Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './classification.module.css';
import { Confirm, ConfirmNote } from './confirm';
import { useFew } from './few';
import { OBLIGATION_KINDS } from './obligation-panel';

/** Where the duties of a signed decision stand, by duty. */
function useStanding(view: ClassificationView): ReadonlyMap<string, ObligationItem> | null {
  const signed = view.standing === 'decided';
  const all = { status: [], owner: null, text: null, offset: 0, limit: 500 };
  const input = { system: view.system.id, packs: [view.pack], ...all };
  const page = useRead('obligation.list', input, { enabled: signed });
  if (!signed || page.data === undefined) return null;
  return new Map(page.data.items.map((item) => [item.duty.id, item]));
}

/** Duties with articles, roles, dates and, once signed, where each stands. */
export function Duties({ view }: { view: ClassificationView }) {
  const { say } = useWords();
  const { obligations } = view.result;
  const { shown, toggle } = useFew(obligations);
  const standing = useStanding(view);
  const count = (status: ObligationItem['status']) =>
    [...(standing?.values() ?? [])].filter((item) => item.status === status).length;
  return (
    <section className="panel">
      <div className={css.panelHead}>
        <h2 className="panel-title">{say('classification-duties')}</h2>
        <span className="row">
          <span className="caption">
            {standing === null
              ? say('classification-duties-count', { count: obligations.length })
              : say('classification-duties-standing', {
                  count: obligations.length,
                  met: count('met'),
                  begun: count('in-progress'),
                })}
          </span>
          {toggle}
        </span>
      </div>
      {obligations.length === 0 ? (
        <p className="quiet" style={{ padding: '0 16px 14px' }}>
          {view.result.provisional
            ? say('classification-duties-open', { count: view.result.possibleObligations })
            : say('classification-duties-none')}
        </p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('classification-duty-article')}</th>
              <th scope="col">{say('classification-duty-what')}</th>
              <th scope="col">{say('classification-duty-roles')}</th>
              {standing !== null && <th scope="col">{say('classification-duty-state')}</th>}
              <th scope="col">{say('classification-duty-from')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((duty) => (
              <Duty key={duty.id} duty={duty} stands={standing?.get(duty.id)} stated={standing !== null} />
            ))}
          </tbody>
        </table>
      )}
      {shown.some((duty) => duty.confirm) && <ConfirmNote />}
    </section>
  );
}

function Duty({
  duty,
  stands,
  stated,
}: {
  duty: ClassificationDuty;
  stands: ObligationItem | undefined;
  /** Whether there is a column for where it stands. */
  stated: boolean;
}) {
  const { say, date } = useWords();
  const helps = stands?.helps.map((help) => help.id) ?? [];
  return (
    <tr>
      <td>{duty.ref}</td>
      <td>
        {duty.label} {duty.confirm && <Confirm brief />}
        {duty.remark !== null && <div className="caption">{duty.remark}</div>}
        {helps.length > 0 && (
          <div className="caption">{say('classification-duty-helps', { ids: helps.join(', ') })}</div>
        )}
      </td>
      <td className="quiet">{duty.roles.join(', ')}</td>
      {stated && (
        <td>
          {stands && (
            <Status kind={OBLIGATION_KINDS[stands.status]}>
              {say(`obligation-status-${stands.status}`)}
            </Status>
          )}
          {stands?.owner && <div className="caption">{stands.owner.name}</div>}
        </td>
      )}
      <td>
        <span className="nowrap">{date(duty.appliesFrom)}</span>
        {duty.qualifier !== null && <div className="caption">{duty.qualifier}</div>}
      </td>
    </tr>
  );
}
