// Validates the element templates of a folder against the schema that Camunda publishes for Camunda 7.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@bpmn-io/element-templates-validator';

const folder = process.argv[2];
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
let wrong = files.length ? 0 : 1;
for (const file of files) {
  const { valid, errors } = validate(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  if (!valid) {
    wrong++;
    errors.forEach((error) => console.error(`${join(folder, file)}: ${error.dataPath ?? error.instancePath ?? ''} ${error.message}`));
  }
}
console.log(`${files.length} element templates, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
