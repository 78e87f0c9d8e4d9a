/** The HTTP header in which a console names the person it shows. The server refuses it with another person's session. */
export const SHOWN_STAFF_HEADER = 'warmline-staff';
