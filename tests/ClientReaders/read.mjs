// node read.mjs QUESTIONS ANSWERS: reads profiles, links and nodes with the parsers of other projects.
// A file for the answers, because surgio logs to the standard output.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const { parseSSUri } = require('surgio/build/utils/ss.js');
const { parseTrojanUri } = require('surgio/build/utils/trojan.js');
const { parseJSONConfig } = require('surgio/build/provider/V2rayNSubscribeProvider.js');
const { getSurgeNodes } = require('surgio/build/utils/surge.js');
const { getQuantumultXNodes } = require('surgio/build/utils/quantumult.js');

const schema = require('meta-json-schema/schemas/meta-json-schema.json');
delete schema.$schema;

// With references inlined the schema takes ten times as long to compile.
const ajv = new Ajv.default({ strict: false, allErrors: true, validateFormats: false, inlineRefs: false, code: { optimize: false } });
ajv.addSchema(schema, 'mihomo');
const validate = ajv.getSchema('mihomo');

function clash(text) {
  const profile = parse(text, { version: '1.1' });
  // Every kind of proxy that it is not complains too.
  const errors = validate(profile) ? [] : validate.errors.filter((error) => error.keyword !== 'const' && error.keyword !== 'required')
    .map((error) => `${error.instancePath} ${error.message}`).slice(0, 10);
  for (const proxy of profile.proxies) {
    const branch = resolve('#/definitions/proxies').items.anyOf.find((one) => one.allOf[0].properties.type.const === proxy.type);
    errors.push(...(branch ? unknown(branch, proxy, proxy.name) : [`${proxy.name} is of an unknown type`]));
  }
  return { names: profile.proxies.map((proxy) => proxy.name), types: profile.proxies.map((proxy) => proxy.type), errors };
}

function resolve(reference) {
  return reference.slice(2).split('/').reduce((node, name) => node[name], schema);
}

// The schema itself takes any key; one that it does not name is a key that mihomo does not read.
function unknown(node, value, path) {
  const properties = collect(node, {});
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(properties).length === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    properties[key] ? unknown({ allOf: properties[key] }, inner, `${path}.${key}`) : [`${path}.${key} is unknown`]);
}

function collect(node, into) {
  if (!node || typeof node !== 'object') return into;
  if (node.$ref) collect(resolve(node.$ref), into);
  for (const [key, inner] of Object.entries(node.properties ?? {})) (into[key] ??= []).push(inner);
  for (const inner of [...(node.allOf ?? []), ...(node.anyOf ?? []), ...(node.oneOf ?? []), node.if, node.then, node.else]) collect(inner, into);
  return into;
}

function link(text) {
  if (text.startsWith('ss://')) return parseSSUri(text);
  if (text.startsWith('trojan://')) return parseTrojanUri(text);
  return parseJSONConfig(Buffer.from(text.slice('vmess://'.length), 'base64').toString('utf8'), false);
}

function attempt(read, value) {
  try {
    return read(value) ?? { error: 'left out' };
  } catch (error) {
    return { error: String(error) };
  }
}

const questions = JSON.parse(readFileSync(process.argv[2], 'utf8'));
writeFileSync(process.argv[3], JSON.stringify({
  profiles: questions.profiles.map((text) => attempt(clash, text)),
  links: questions.links.map((text) => attempt(link, text)),
  surge: questions.nodes.map((node) => getSurgeNodes([node])),
  quantumultX: questions.nodes.map((node) => getQuantumultXNodes([node])),
}));
