import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { NextStep } from '../../api';
import { Button } from '../../shared/parts';
import css from './overview.module.css';
import { useWay } from './steps';

/** What is shown over the overview: one action by its id, or all of them. */
export type Shown = { id: string } | 'all' | null;

/** Opens actions over the overview. */
export const ShowActions = createContext<(shown: Shown) => void>(() => undefined);

/** A step in words that leads to where it is done; plain words where nothing serves it yet. */
export function StepLink({ step }: { step: NextStep }) {
  const way = useWay()(step);
  const show = useContext(ShowActions);
  if (way === null) return <span className="quiet">{step.label}</span>;
  if (way.kind === 'screen') {
    return (
      <Link to={way.to} search={way.search} className={css.step}>
        {step.label}
      </Link>
    );
  }
  return (
    <span className={css.step}>
      <Button look="link" onClick={() => show(way.kind === 'actions' ? 'all' : { id: way.id })}>
        {step.label}
      </Button>
    </span>
  );
}
