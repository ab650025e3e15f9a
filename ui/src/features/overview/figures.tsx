import type { ReactNode } from 'react';
import type { FiguresView, OverviewFigures } from '../../api';
import { ShareBar } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './overview.module.css';

interface Part {
  key: string;
  count: number;
  fill: string;
}

function Figure({
  label,
  value,
  of,
  base,
  parts,
  total,
}: {
  label: string;
  value: ReactNode;
  /** The whole, in words beside the figure. */
  of?: string;
  base: string;
  parts: readonly Part[];
  total: number;
}) {
  return (
    <div className={css.figure}>
      <div className={css.label}>{label}</div>
      <div>
        <span className="figure">{value}</span>
        {of !== undefined && <span className={css.of}>{of}</span>}
      </div>
      <ShareBar
        parts={parts.map(({ key, count, fill }) => ({ key, fill, share: total === 0 ? 0 : count / total }))}
      />
      <div className="caption">{base}</div>
    </div>
  );
}

function Conformity({ label, figures }: { label: string; figures: FiguresView }) {
  const { say, number, percent } = useWords();
  const share = figures.percent;
  return (
    <Figure
      label={label}
      value={
        share === null ? <span className={css.none}>{say('overview-no-data')}</span> : percent(share / 100)
      }
      base={say('overview-assessed', {
        done: number(figures.assessed),
        total: number(figures.applicable),
      })}
      parts={[{ key: 'conformity', count: share ?? 0, fill: '--accent' }]}
      total={100}
    />
  );
}

/** Where things stand in figures, each with its base. Clauses and controls stand apart and are never averaged. */
export function Figures({ figures }: { figures: OverviewFigures }) {
  const { say, number } = useWords();
  const { soa, systems, classified } = figures;
  const [blocks, weakens, polish] = figures.gaps;
  const gaps = blocks + weakens + polish;
  const assessed = figures.clauses.assessed + figures.controls.assessed;
  const decided = soa.included + soa.excluded;
  return (
    <section className={`panel ${css.figures}`} aria-label={say('overview-figures')}>
      <Figure
        label={say('overview-classified')}
        value={number(classified)}
        of={say('overview-of', { total: number(systems) })}
        base={say('overview-classified-base', {
          open: number(systems - classified),
          high: number(figures.highRisk),
        })}
        parts={[{ key: 'classified', count: classified, fill: '--accent' }]}
        total={systems}
      />
      <div className={css.pair}>
        <Conformity label={say('overview-clauses')} figures={figures.clauses} />
        <Conformity label={say('overview-controls')} figures={figures.controls} />
      </div>
      <Figure
        label={say('overview-soa')}
        value={number(decided)}
        of={say('overview-of', { total: number(soa.rows) })}
        base={say('overview-soa-base', { included: number(soa.included), excluded: number(soa.excluded) })}
        parts={[
          { key: 'included', count: soa.included, fill: '--accent' },
          { key: 'excluded', count: soa.excluded, fill: '--ctl' },
        ]}
        total={soa.rows}
      />
      <Figure
        label={say('overview-gaps')}
        value={assessed === 0 ? <span className={css.none}>{say('overview-no-data')}</span> : number(gaps)}
        base={say('overview-gaps-base', {
          blocks: number(blocks),
          weakens: number(weakens),
          polish: number(polish),
        })}
        parts={[
          { key: 'blocks', count: blocks, fill: '--brick-fill' },
          { key: 'weakens', count: weakens, fill: '--amber-fill' },
          { key: 'polish', count: polish, fill: '--slate-fill' },
        ]}
        total={gaps}
      />
    </section>
  );
}
