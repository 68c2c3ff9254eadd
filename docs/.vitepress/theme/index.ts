import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import ArchitectureDrawing from './architecture-drawing.js';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => void app.component('ArchitectureDrawing', ArchitectureDrawing),
} satisfies Theme;
