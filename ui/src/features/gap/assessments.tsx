import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api';
import { IconChevronDown, IconLock } from '../../shared/icons';
import { Button } from '../../shared/parts';
import { useWords } from '../../shared/words';

/** Which assessment is shown, the others, and the way to compare two. Nothing while there is only one. */
export function AssessmentMenu({
  shown,
  onShow,
}: {
  shown: string;
  onShow: (assessment: string | null) => void;
}) {
  const { say, date } = useWords();
  const navigate = useNavigate();
  const all = useRead('gap.assessments', {}).data ?? [];
  if (all.length < 2) return null;
  const current = all.find((one) => one.id === shown);
  return (
    <Menu width={300} position="bottom-end">
      <Menu.Target>
        <Button after={<IconChevronDown size={14} aria-hidden="true" />}>
          {current?.name ?? say('gap-assessments')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((one, index) => (
          <Menu.Item
            key={one.id}
            leftSection={one.state === 'frozen' ? <IconLock size={14} aria-hidden="true" /> : undefined}
            onClick={() => onShow(index === 0 ? null : one.id)}
          >
            {one.name}
            {one.frozenOn !== null && (
              <span className="caption"> {say('gap-frozen-on', { date: date(one.frozenOn) })}</span>
            )}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void navigate({ to: '/gap/compare' })}>{say('gap-compare')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
