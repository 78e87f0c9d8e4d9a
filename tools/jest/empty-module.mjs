// What a screen test gets for a style sheet: class names do not matter to it.
export default {};
