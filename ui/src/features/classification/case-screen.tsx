import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { Page, Screen } from '../../shared/frame';
import { useSearchParam } from '../../shared/search-param';
import { useWords } from '../../shared/words';
import { usePack } from './pack';
import { RecordScreen } from './record-screen';
import { REVIEW } from './steps';
import { WizardScreen } from './wizard-screen';

/** One system: the wizard while questions are open, else the decision record. */
export function CaseScreen() {
  const { say } = useWords();
  const { system = '' }: { system?: string } = useParams({ strict: false });
  const [question, setQuestion] = useSearchParam('question');
  const [decision, setDecision] = useSearchParam('decision');
  const { pack, search } = usePack();
  const asked = question === REVIEW ? null : question;
  const view = useRead('classification.get', { system, pack, decision, question: asked }, { keep: true });
  const rules = useRead('rulepack.get', { id: pack });
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  // What is kept on the screen while the next is read may still be of the system before.
  const found = view.data?.system.id === system && view.data.pack === pack ? view.data : undefined;
  // A case that has just been opened goes on where it stopped.
  const { next, missing, visible } = found?.result ?? { next: null, missing: [], visible: [] };
  const unsettled = found?.standing === 'open' || (found?.standing === 'draft' && found.result.provisional);
  const start =
    mayWrite && decision === null && question === null && unsettled
      ? (next ?? missing[0] ?? visible[0] ?? null)
      : null;
  useEffect(() => {
    if (start !== null) setQuestion(start);
  }, [start, setQuestion]);

  const error = view.error ?? rules.error;
  if (error || !found || !rules.data || start !== null) {
    return (
      <Screen crumbs={[{ label: say('classification-title'), to: '/classification', search }]} rail>
        <Page>{error ? <ErrorPanel error={error} onRetry={() => void view.refetch()} /> : <Skeleton />}</Page>
      </Screen>
    );
  }
  if (asked !== null && found.standing !== 'decided' && found.standing !== 'superseded') {
    return (
      <WizardScreen
        view={found}
        rules={rules.data}
        question={asked}
        readOnly={!mayWrite}
        onQuestion={setQuestion}
      />
    );
  }
  return (
    <RecordScreen
      view={found}
      mayWrite={mayWrite}
      onQuestion={setQuestion}
      onDecision={(id) => {
        setDecision(id);
      }}
    />
  );
}
