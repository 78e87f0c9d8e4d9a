import { redirect } from '@tanstack/react-router';

interface SignedIn {
  readonly context: { readonly staff: { readonly role: string } };
}

/** Sends everyone else to their desk. */
export const forSupervisors = ({ context }: SignedIn): void => {
  if (context.staff.role !== 'supervisor') throw redirect({ to: '/' });
};

type Texts = Readonly<Record<string, string | number>>;

/** Parameters of an address that are words or numbers; what they mean is the page's to say. */
export const textsOf = (search: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
