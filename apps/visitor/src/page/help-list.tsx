import { locale } from '../language/catalogue';

export const HelpList = () => (
  <ul class="help">
    {locale.otherHelp.map(({ name, what, hours, shown, href }) => (
      <li key={name}>
        <div>
          <b>{name}</b>
          <span>{what}</span>
          <small>{hours}</small>
        </div>
        <a class="call" href={href} aria-label={`${name}: ${shown}`}>
          {shown}
        </a>
      </li>
    ))}
  </ul>
);
