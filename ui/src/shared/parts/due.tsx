import { daysUntil, useWords } from '../words';
import { Status } from './status';

/** A date to keep: overdue reads "3 days late", today "Today", otherwise the date. `settled`: it no longer matters. */
export function Due({ date, settled }: { date: string | null; settled?: boolean }) {
  const words = useWords();
  if (date === null) return <span className="quiet">{words.say('not-set')}</span>;
  const left = daysUntil(date);
  if (settled || left > 0) return <>{words.date(date)}</>;
  if (left === 0) return <Status kind="waiting">{words.say('due-today')}</Status>;
  return <Status kind="attention">{words.say('due-late', { days: -left })}</Status>;
}
