import { useNavigate } from '@tanstack/react-router';
import { Welcome } from '../features/workspace';
import { hasScreen } from './registry';

/** The welcome screen with what this version can do. */
export function StartPage() {
  const navigate = useNavigate();
  const importing = hasScreen('/import')
    ? () => void navigate({ to: '/new', search: { next: '/import' } })
    : undefined;
  return <Welcome onImport={importing} />;
}
