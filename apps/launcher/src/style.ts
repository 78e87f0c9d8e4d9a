/** Of the launcher alone: a style sheet made by script needs no permission in the site's policy, and does not leave its root. */
export const STYLE = `
:host{all:initial}
.b,.p{position:fixed;z-index:2147483647;inset-block-end:16px;inset-inline-end:16px;box-sizing:border-box;font:16px/1.4 system-ui,sans-serif}
.left .b,.left .p{inset-inline:16px auto}
.b{min-block-size:48px;max-inline-size:calc(100vw - 32px);padding:8px 20px;border:2px solid #fff;border-radius:24px;background:var(--c);color:var(--i);cursor:pointer;text-align:start;box-shadow:0 2px 8px #0006;overflow-wrap:anywhere}
.b b{font-weight:600}
.b span{display:block;font-size:14px}
.b span:empty{display:none}
.p{display:flex;flex-direction:column;inline-size:400px;block-size:640px;max-block-size:calc(100vh - 32px);border:1px solid #767676;border-radius:12px;overflow:hidden;background:Canvas;color:CanvasText;color-scheme:light dark;box-shadow:0 4px 24px #0006}
.h{display:flex;justify-content:space-between;gap:8px;padding:4px 8px;border-block-end:1px solid #767676}
.h a,.h button,.f a{display:inline-flex;align-items:center;min-block-size:44px;min-inline-size:44px;padding:0 8px;border:0;background:none;color:inherit;font:inherit;cursor:pointer;text-decoration:underline}
iframe{flex:1;inline-size:100%;min-block-size:0;border:0}
.f{padding:16px}
:focus-visible{outline:3px solid CanvasText;outline-offset:2px}
.b:focus-visible{outline-color:#000;box-shadow:0 0 0 5px #fff}
[hidden]{display:none!important}
@media(max-width:600px){.p{inset:0!important;inline-size:100vw;block-size:100vh;block-size:100dvh;max-block-size:none;border:0;border-radius:0}}
@media(prefers-reduced-motion:no-preference){.p{animation:up .15s ease-out}@keyframes up{from{transform:translateY(16px)}}}
@media(forced-colors:active){.b{border-color:ButtonText}}
@media print{.b,.p{display:none}}
`;
