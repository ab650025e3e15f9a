import { Link } from '@tanstack/react-router';
import type { NextStep } from '../../api';
import css from './overview.module.css';
import { useWay } from './steps';

/** A step in words that leads to where it is done; plain words where nothing serves it yet. */
export function StepLink({ step }: { step: NextStep }) {
  const way = useWay()(step);
  if (way === null) return <span className="quiet">{step.label}</span>;
  return (
    <Link to={way.to} search={way.search} className={css.step}>
      {step.label}
    </Link>
  );
}
