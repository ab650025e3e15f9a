import type { OwnerLoad } from '../../api';
import { useWords } from '../../shared/words';
import css from './roadmap.module.css';

/** Every month from the first to the last, those with nothing to do among them. */
function throughout(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  const at = new Date(`${first}-01T00:00:00Z`);
  for (let month = first; month <= last; month = at.toISOString().slice(0, 7)) {
    all.push(month);
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return all;
}

/** What each person has to do, month by month: working days, and actions in brackets. */
export function Load({ load, months: some }: { load: readonly OwnerLoad[]; months: readonly string[] }) {
  const { say } = useWords();
  const months = throughout(some);
  const name = (month: string) =>
    say('roadmap-report-month', {
      month: say(`month-short-${Number(month.slice(5))}`),
      year: month.slice(0, 4),
    });
  return (
    <>
      <p className="quiet">{say('roadmap-report-load-note')}</p>
      <section className={`panel ${css.plan}`} aria-label={say('roadmap-report-load')}>
        <table className={css.load}>
          <thead>
            <tr>
              <th scope="col">{say('roadmap-report-owner')}</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {name(month)}
                </th>
              ))}
              <th scope="col">{say('roadmap-report-load-days')}</th>
              <th scope="col">{say('roadmap-report-load-actions')}</th>
              <th scope="col">{say('roadmap-report-late')}</th>
            </tr>
          </thead>
          <tbody>
            {load.map((each) => (
              <tr key={each.owner?.id ?? ''}>
                <th scope="row">{each.owner?.name ?? say('roadmap-report-nobody')}</th>
                {months.map((month) => {
                  const part = each.months[month];
                  return (
                    <td key={month}>
                      {part && say('roadmap-report-month-load', { days: part.days, actions: part.actions })}
                    </td>
                  );
                })}
                <td>{each.days}</td>
                <td>{each.actions}</td>
                <td>{each.late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
