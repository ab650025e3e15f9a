import type { ClassificationDays, ClassificationDifference, ClassificationDutyChange } from '../../api';
import { Status } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Every day of a duty with its limit, and the day it applies formally. */
function useDays() {
  const { say, date } = useWords();
  return (days: ClassificationDays | null) => {
    if (days === null) return '';
    const shown = days.days.map((day) =>
      day.qualifier === null ? date(day.date) : `${date(day.date)} (${day.qualifier})`,
    );
    if (days.formal !== null) shown.push(say('classification-duty-formal', { date: date(days.formal) }));
    return shown.join('; ');
  };
}

function useDuty() {
  const { say } = useWords();
  const days = useDays();
  return (duty: ClassificationDutyChange) => {
    const label = `${duty.ref} ${duty.label}`;
    if (duty.before === null) return say('classification-duty-added', { label, date: days(duty.after) });
    if (duty.after === null) return say('classification-duty-removed', { label });
    return say('classification-duty-moved', { label, before: days(duty.before), after: days(duty.after) });
  };
}

/** What changed from one decision to another, as items of a list: tier, outcomes, their days, duties. */
export function DifferenceItems({
  difference,
  duties = difference.obligations,
}: {
  difference: ClassificationDifference;
  /** The duties to show, where not all are. */
  duties?: readonly ClassificationDutyChange[];
}) {
  const { say, date } = useWords();
  const duty = useDuty();
  const day = (at: string | null) => (at === null ? say('not-set') : date(at));
  return (
    <>
      {difference.tierChanged && (
        <li>
          <Status kind="attention" wraps>
            {say('classification-changed-tier', {
              before: difference.tierBefore?.label ?? say('tier-not-classified'),
              after: difference.tierAfter?.label ?? say('tier-not-classified'),
            })}
          </Status>
        </li>
      )}
      {difference.outcomesAdded.map((label) => (
        <li key={`+${label}`}>{say('classification-changed-added', { label })}</li>
      ))}
      {difference.outcomesRemoved.map((label) => (
        <li key={`-${label}`}>{say('classification-changed-removed', { label })}</li>
      ))}
      {difference.outcomesMoved.map((moved) => (
        <li key={`>${moved.label}`}>
          {say('classification-duty-moved', {
            label: moved.label,
            before: day(moved.before),
            after: day(moved.after),
          })}
        </li>
      ))}
      {duties.map((each) => (
        <li key={each.id}>{duty(each)}</li>
      ))}
    </>
  );
}
