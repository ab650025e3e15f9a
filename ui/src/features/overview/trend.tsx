import { useElementSize } from '@mantine/hooks';
import type { TrendPoint } from '../../api';
import { useWords } from '../../shared/words';
import css from './trend.module.css';

const HEIGHT = 190;
/** Room for the words at the left, the dates below, and half a mark at the other edges. */
const LEFT = 44;
const BELOW = 24;
const EDGE = 8;
const TICKS = [0, 50, 100] as const;
const SERIES = ['clauses', 'controls'] as const;

/** Where the points stand: days from left to right, per cent from below. */
function scale(points: readonly TrendPoint[], width: number) {
  const days = points.map(({ on }) => Date.parse(on));
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  const across = Math.max(width - LEFT - EDGE, 1);
  const up = HEIGHT - BELOW - EDGE;
  return {
    // Two assessments on one day stand side by side.
    x: (at: number) =>
      LEFT +
      across * (span === 0 ? at / Math.max(points.length - 1, 1) : ((days[at] ?? first) - first) / span),
    y: (percent: number) => EDGE + up * (1 - percent / 100),
  };
}

function Lines({ points, width }: { points: readonly TrendPoint[]; width: number }) {
  const { say, percent, date, day } = useWords();
  const { x, y } = scale(points, width);
  const last = points.length - 1;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" className={css.chart}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - EDGE} y1={y(tick)} y2={y(tick)} className={css.rule} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {percent(tick / 100)}
          </text>
        </g>
      ))}
      {/* Two points of one day need its name once. */}
      {points[0]?.on !== points[last]?.on && (
        <text x={x(0)} y={HEIGHT - 4} textAnchor="start">
          {day(points[0]?.on ?? '')}
        </text>
      )}
      <text x={x(last)} y={HEIGHT - 4} textAnchor="end">
        {day(points[last]?.on ?? '')}
      </text>
      {SERIES.map((series) => {
        const marks = points.flatMap((point, at) =>
          point[series] === null ? [] : [{ point, x: x(at), y: y(point[series]), value: point[series] }],
        );
        return (
          <g key={series} data-series={series}>
            <polyline points={marks.map((mark) => `${mark.x},${mark.y}`).join(' ')} />
            {marks.map((mark) => (
              <circle key={`${mark.x} ${mark.point.name}`} cx={mark.x} cy={mark.y} r={3.5}>
                <title>
                  {say('overview-trend-mark', {
                    name: mark.point.name,
                    date: date(mark.point.on),
                    series: say(`overview-trend-${series}`),
                    value: percent(mark.value / 100),
                  })}
                </title>
              </circle>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** The same figures for people who listen. */
function Figures({ points }: { points: readonly TrendPoint[] }) {
  const { say, percent, date } = useWords();
  const share = (value: number | null) => (value === null ? say('overview-no-data') : percent(value / 100));
  return (
    <table className="visually-hidden">
      <caption>{say('overview-trend')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('overview-trend-assessment')}</th>
          <th scope="col">{say('overview-trend-day')}</th>
          {SERIES.map((series) => (
            <th key={series} scope="col">
              {say(`overview-trend-${series}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two assessments may share name and day, and the order stays
          <tr key={at}>
            <th scope="row">{point.name}</th>
            <td>{date(point.on)}</td>
            <td>{share(point.clauses)}</td>
            <td>{share(point.controls)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Conformity over time; clauses and controls apart, as everywhere. One point is no trend. */
export function Trend({ points }: { points: readonly TrendPoint[] }) {
  const { say } = useWords();
  const { ref, width } = useElementSize();
  return (
    <section className={`panel ${css.trend}`} aria-label={say('overview-trend')}>
      <div className={css.head}>
        <h2 className="panel-title">{say('overview-trend')}</h2>
        <span className={css.legend} aria-hidden="true">
          {SERIES.map((series) => (
            <span key={series} data-series={series}>
              <svg width="16" height="8" aria-hidden="true">
                <line x1="0" x2="16" y1="4" y2="4" />
              </svg>
              {say(`overview-trend-${series}`)}
            </span>
          ))}
        </span>
      </div>
      <div ref={ref} className={css.room}>
        {points.length < 2 ? (
          <p className={css.nothing}>{say('overview-trend-none')}</p>
        ) : (
          width > 0 && (
            <>
              <Lines points={points} width={width} />
              <Figures points={points} />
            </>
          )
        )}
      </div>
    </section>
  );
}
