import { useContext } from 'react';
import { type ActionView, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Button, Dialog, Due } from '../../shared/parts';
import { ActionDialog, ActionState } from '../../shared/record';
import { useWords } from '../../shared/words';
import css from './overview.module.css';
import { ShowActions, type Shown } from './step-link';

const isOpen = ({ status }: ActionView) => status === 'open' || status === 'in-progress';

/** Open actions first, the earliest due before the others; without a date last. */
function inOrder(actions: readonly ActionView[]): ActionView[] {
  const key = (action: ActionView) => `${isOpen(action) ? 0 : 1} ${action.due ?? '9999'}`;
  return [...actions].sort((a, b) => key(a).localeCompare(key(b)));
}

/** All actions of the workspace, or one of them to edit. */
export function ActionsDialog({ shown, mayWrite }: { shown: NonNullable<Shown>; mayWrite: boolean }) {
  const { say } = useWords();
  const show = useContext(ShowActions);
  const read = useRead('action.list', {});
  const hide = () => show(null);
  if (shown !== 'all' && mayWrite) {
    const action = read.data?.find(({ id }) => id === shown.id);
    return action ? <ActionDialog action={action} onClose={hide} /> : null;
  }
  const wanted = (id: string) => shown === 'all' || id === shown.id;
  return (
    <Dialog title={say('actions-title')} size={640} onClose={hide}>
      {read.error && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton rows={5} />}
      <ul className={css.actions}>
        {inOrder(read.data ?? [])
          .filter(({ id }) => wanted(id))
          .map((action) => (
            <li key={action.id}>
              <div>
                <Button look="link" disabled={!mayWrite} onClick={() => show({ id: action.id })}>
                  {action.title}
                </Button>
                <div className="caption">
                  {say('action-line', { code: action.code, owner: action.owner?.name ?? say('not-set') })}
                </div>
              </div>
              <ActionState status={action.status} />
              <span className={css.due}>
                <Due date={action.due} settled={!isOpen(action)} />
              </span>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
