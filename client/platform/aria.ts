import { mergeInternalComponents } from '@tarojs/shared'
import names from '../../config/aria-names.json'

// Loaded by the weapp build alone (config/aria.ts): the runtime must know the same attributes as the templates.
mergeInternalComponents(names)
