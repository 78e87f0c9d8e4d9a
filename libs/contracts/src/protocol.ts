/** Raised when a client of the previous number could misread or lose something. */
export const PROTOCOL_VERSION = 3;

/** The most entries in one page of the timeline. Long entries make shorter pages, for slow connections. */
export const TIMELINE_PAGE_MAX = 500;

/** Namespaces of the one Socket.IO server (path `/socket.io`). */
export const VISITOR_NAMESPACE = '/visitor';
export const STAFF_NAMESPACE = '/staff';
