import { Link } from '@tanstack/react-router';
import { IconArrowRight, IconBuilding, IconFileImport, IconPlus } from '../../shared/icons';
import { useWords } from '../../shared/words';
import css from './overview.module.css';
import { useHasScreen } from './steps';

const STEPS = [
  { word: 'import', path: '/import', icon: IconFileImport },
  { word: 'system', path: '/systems', icon: IconPlus },
  { word: 'scope', path: '/organisation', icon: IconBuilding },
] as const;

/** Ways to begin in a workspace that holds nothing yet. */
export function FirstSteps() {
  const { say } = useWords();
  const has = useHasScreen();
  return (
    <section className={css.first} aria-labelledby="overview-first">
      <div>
        <h2 id="overview-first" className="section-title">
          {say('overview-first-title')}
        </h2>
        <p className="quiet">{say('overview-first-help')}</p>
      </div>
      <div className={css.cards}>
        {STEPS.filter(({ path }) => has(path)).map(({ word, path, icon: Shape }) => (
          <Link key={word} to={path} className={`panel ${css.card}`}>
            <Shape size={20} stroke={1.7} aria-hidden="true" />
            <span className={css.cardText}>
              <span className={css.cardName}>{say(`overview-first-${word}`)}</span>
              <span className="caption">{say(`overview-first-${word}-help`)}</span>
            </span>
            <IconArrowRight size={16} aria-hidden="true" />
          </Link>
        ))}
      </div>
    </section>
  );
}
