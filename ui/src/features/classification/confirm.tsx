import { IconScale } from '../../shared/icons';
import { useWords } from '../../shared/words';
import css from './classification.module.css';

/** What is a reading of the law that counsel should confirm: a mark where there are many, its words where there is one. */
export function Confirm({ brief }: { brief?: boolean }) {
  const { say } = useWords();
  const label = say('classification-confirm');
  return (
    <span className={css.confirm} title={say('classification-confirm-why')}>
      <IconScale size={14} aria-hidden={brief ? undefined : 'true'} aria-label={brief ? label : undefined} />
      {!brief && ` ${label}`}
    </span>
  );
}

/** Says once what the marks of a list mean. */
export function ConfirmNote() {
  const { say } = useWords();
  return (
    <p className={`caption ${css.confirmNote}`}>
      <IconScale size={14} aria-hidden="true" /> {say('classification-confirm-why')}
    </p>
  );
}
