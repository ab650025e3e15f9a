import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { createElement } from 'react';
import form from '../form/form.module.css';
import { IconCalendar } from '../icons';
import menu from './menu.module.css';

const step = (index: number) => `var(--moss-${index})`;
const moss: MantineColorsTuple = [
  step(0),
  step(1),
  step(2),
  step(3),
  step(4),
  step(5),
  step(6),
  step(7),
  step(8),
  step(9),
];

const input = {
  classNames: {
    root: form.root,
    label: form.label,
    description: form.help,
    error: form.error,
    input: form.input,
    required: form.required,
    section: form.section,
  },
  defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] as never },
};

const dropdown = {
  ...input,
  classNames: { ...input.classNames, dropdown: menu.dropdown, option: menu.option, empty: menu.empty },
  defaultProps: { ...input.defaultProps, comboboxProps: { shadow: 'md', offset: 4 } },
};

/** Mantine's look, fed from the tokens. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'moss',
  colors: { moss },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'sm',
  radius: { xs: 'var(--radius-chip)', sm: 'var(--radius)', md: 'var(--radius-panel)' },
  shadows: { md: 'var(--shadow-raised)' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    TextInput: input,
    Textarea: input,
    PasswordInput: { ...input, classNames: { ...input.classNames, innerInput: form.inner } },
    NumberInput: input,
    Select: dropdown,
    MultiSelect: { ...dropdown, classNames: { ...dropdown.classNames, pill: form.pill } },
    DateInput: {
      ...input,
      // One look of every day that is asked for: the calendar, until there is something to clear.
      defaultProps: {
        ...input.defaultProps,
        valueFormat: 'D MMM YYYY',
        __defaultRightSection: createElement(IconCalendar, { size: 15, 'aria-hidden': true }),
        clearSectionMode: 'clear',
      },
    },
    InputWrapper: { classNames: { label: form.label, description: form.help, error: form.error } },
    Checkbox: {
      classNames: {
        inner: form.checkInner,
        input: form.checkbox,
        label: form.checkLabel,
        body: form.checkBody,
      },
      // The box of 16 px that rows of tables have too.
      defaultProps: { size: 'xs' },
    },
    CloseButton: { classNames: { root: form.clear } },
    Menu: {
      classNames: { dropdown: menu.dropdown, item: menu.item, label: menu.label, divider: menu.divider },
      defaultProps: { shadow: 'md', offset: 4, position: 'bottom-start', withInitialFocusPlaceholder: false },
    },
    Popover: { classNames: { dropdown: menu.dropdown }, defaultProps: { shadow: 'md', offset: 4 } },
    Tooltip: { classNames: { tooltip: menu.tooltip }, defaultProps: { openDelay: 400, withArrow: false } },
    Modal: {
      classNames: {
        content: menu.dialog,
        header: menu.dialogHead,
        title: 'section-title',
        body: menu.dialogBody,
      },
      defaultProps: {
        centered: true,
        shadow: 'md',
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
      },
    },
  },
});

/** Replaces Mantine's own colours by the tokens, so that both schemes come from one place. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink3)',
    '--mantine-color-placeholder': 'var(--ink3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--brick)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--ctl)',
    '--mantine-color-disabled': 'var(--hover)',
    '--mantine-color-disabled-color': 'var(--ink3)',
    '--mantine-color-disabled-border': 'var(--line2)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-color-moss-filled': 'var(--accent)',
    '--mantine-color-moss-filled-hover': 'var(--accent-hover)',
    '--mantine-color-moss-light': 'var(--accent-soft)',
  };
  return { variables: {}, light: shared, dark: shared };
};
