// Holds element templates against the schema of Camunda Modeler. One line for each fault; says nothing where there is none.
import { readFileSync } from 'node:fs';
import { validate } from '@bpmn-io/element-templates-validator';

for (const file of process.argv.slice(2)) {
  const { valid, errors } = validate(JSON.parse(readFileSync(file, 'utf8')));
  if (!valid) {
    errors.forEach((fault) => console.log(`${file} ${fault.instancePath}: ${fault.message}`));
    process.exitCode = 1;
  }
}
