import { Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { type OrganisationView, useRead } from '../../api';
import { ErrorPanel, Skeleton } from '../../shared/feedback';
import { fieldError } from '../../shared/form';
import { Page, PageHead, Screen } from '../../shared/frame';
import { IconCalendar } from '../../shared/icons';
import { Notice } from '../../shared/parts';
import { DocumentLine } from '../../shared/record/document-line';
import { ExportMenu } from '../../shared/record/export-menu';
import { useWords } from '../../shared/words';
import css from './organisation.module.css';
import { useOrganisationForm } from './organisation-form';

type Form = ReturnType<typeof useOrganisationForm>;

function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <div>
        <h2 className="section-title">{title}</h2>
        {help !== undefined && <p className="quiet">{help}</p>}
      </div>
      {children}
    </section>
  );
}

type DateField = 'stage1On' | 'stage2On';

function Day({
  form,
  field,
  label,
  readOnly,
}: {
  form: Form;
  field: DateField;
  label: string;
  readOnly: boolean;
}) {
  const { say } = useWords();
  const value = form.values[field];
  return (
    <DateInput
      label={label}
      placeholder={say('not-set')}
      clearable
      clearButtonProps={{ 'aria-label': say('field-clear') }}
      valueFormat="D MMM YYYY"
      rightSection={value === null ? <IconCalendar size={15} aria-hidden="true" /> : undefined}
      rightSectionPointerEvents={value === null ? 'none' : undefined}
      readOnly={readOnly}
      value={value}
      error={fieldError(form.errorOf(field))}
      onChange={(day) => form.change({ [field]: day })}
    />
  );
}

function Fields({ form, readOnly }: { form: Form; readOnly: boolean }) {
  const { say, language } = useWords();
  const { values, change, errorOf } = form;
  const languages = useRead('language.list', {}).data ?? [values.reportLanguage];
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const text = (field: 'name' | 'sector' | 'description' | 'scopeStatement' | 'classificationMark') => ({
    readOnly,
    value: values[field],
    error: fieldError(errorOf(field)),
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <form className={css.form} onBlur={form.flush} onSubmit={(event) => event.preventDefault()}>
      <Section title={say('organisation-who')}>
        <div className={css.two}>
          <TextInput label={say('organisation-name')} withAsterisk {...text('name')} />
          <TextInput
            label={say('organisation-sector')}
            description={say('organisation-sector-help')}
            {...text('sector')}
          />
        </div>
        <Textarea
          label={say('organisation-description')}
          description={say('organisation-description-help')}
          autosize
          minRows={3}
          maxRows={10}
          {...text('description')}
        />
      </Section>
      <Section title={say('organisation-scope')} help={say('organisation-scope-about')}>
        <Textarea
          label={say('organisation-statement')}
          description={say('organisation-statement-help')}
          autosize
          minRows={5}
          maxRows={16}
          {...text('scopeStatement')}
        />
      </Section>
      <Section title={say('organisation-audit')} help={say('organisation-audit-about')}>
        <div className={css.two}>
          <Day form={form} field="stage1On" label={say('organisation-stage1')} readOnly={readOnly} />
          <Day form={form} field="stage2On" label={say('organisation-stage2')} readOnly={readOnly} />
        </div>
      </Section>
      <Section title={say('organisation-reports')}>
        <div className={css.two}>
          <TextInput
            label={say('organisation-mark')}
            description={say('organisation-mark-help')}
            {...text('classificationMark')}
          />
          <Select
            label={say('organisation-language')}
            allowDeselect={false}
            readOnly={readOnly}
            data={languages.map((word) => ({ value: word, label: names.of(word) ?? word }))}
            value={values.reportLanguage}
            error={fieldError(errorOf('reportLanguage'))}
            onChange={(word) => word && change({ reportLanguage: word })}
          />
        </div>
      </Section>
    </form>
  );
}

function Editor({ stored, mayWrite }: { stored: OrganisationView; mayWrite: boolean }) {
  const { say } = useWords();
  const form = useOrganisationForm(stored);
  return (
    <Screen
      crumbs={[{ label: say('phase-assess') }, { label: say('organisation-title') }]}
      save={form.status}
      actions={<ExportMenu kind="scope" />}
    >
      <Page scrolls>
        <div className={css.column}>
          <PageHead title={say('organisation-title')} />
          <DocumentLine kind="scope" />
          {!mayWrite && <Notice tone="slate">{say('organisation-read-only')}</Notice>}
          {form.refusal && <ErrorPanel error={form.refusal} />}
          <Fields form={form} readOnly={!mayWrite} />
        </div>
      </Page>
    </Screen>
  );
}

/** Who the organisation is, and what its AI management system covers (4.1 to 4.4). */
export function OrganisationScreen() {
  const { say } = useWords();
  const read = useRead('organisation.get', {});
  const mayWrite = useRead('workspace.get', {}).data?.me.permissions.includes('write') ?? false;
  if (read.data) return <Editor stored={read.data} mayWrite={mayWrite} />;
  return (
    <Screen crumbs={[{ label: say('phase-assess') }, { label: say('organisation-title') }]}>
      <Page>
        {read.error ? <ErrorPanel error={read.error} onRetry={() => void read.refetch()} /> : <Skeleton />}
      </Page>
    </Screen>
  );
}
