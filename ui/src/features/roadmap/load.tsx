import type { OwnerLoad } from '../../api';
import { useWords } from '../../shared/words';
import css from './roadmap.module.css';

/** What each person has to do, month by month: working days, and actions in brackets. */
export function Load({ load, months }: { load: readonly OwnerLoad[]; months: readonly string[] }) {
  const { say } = useWords();
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
