import { type ClassificationView, useRead } from '../../api';
import { Button, Status } from '../../shared/parts';
import { useWords } from '../../shared/words';
import css from './classification.module.css';

/** How similar systems were answered here; each is taken over by a person, one question at a time. */
export function SimilarAnswers({
  view,
  question,
  onTake,
}: {
  view: ClassificationView;
  question: string;
  onTake: (keys: readonly string[], from: string) => void;
}) {
  const { say } = useWords();
  const system = view.system.id;
  const offered = useRead('classification.similar', { system, question, pack: view.pack }).data ?? [];
  if (offered.length === 0) return null;
  return (
    <section aria-label={say('classification-similar')}>
      <h2 className="panel-title">{say('classification-similar')}</h2>
      <ul className={`panel ${css.similar}`}>
        {offered.map((offer) => (
          <li key={offer.system.id}>
            <span>
              <span className={css.similarName}>
                {say('classification-crumb', { name: offer.system.title, code: offer.system.code ?? '' })}
              </span>
              <span className="caption">{offer.why}</span>
            </span>
            <span>
              {offer.labels.join(', ')}
              {offer.note !== null && <span className="caption">{offer.note}</span>}
            </span>
            <Status kind={offer.standing === 'decided' ? 'done' : 'half'}>
              {say(`classification-standing-${offer.standing}`)}
            </Status>
            <Button size="small" onClick={() => onTake(offer.answer, offer.system.id)}>
              {say('classification-take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
