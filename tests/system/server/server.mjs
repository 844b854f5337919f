// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A certified authorization server on loopback for the system tests: node server.mjs [PORT].
// Prints "Server: URL" and the requests it answers go to standard error.
//
// RELINK_CLIENT_KEY may name a file with a public key (PEM): the client `assertion-client` proves
// itself with the private half.
//
// Control, for what a person would do at the provider:
//   POST /_control/withdraw        every grant is gone, as when a merchant removes the app
//   POST /_control/expire-access   every access token is gone, grants and refresh tokens stay
//   POST /_control/fault?path=/token&times=1 and one of
//        status=503   this status without a body
//        drop=1       the request is read and the connection closed
//        after=1      the server does its work, and its answer is lost
//        delay=700    the answer comes that many milliseconds later
//   GET  /_control/secrets         every code, token and verifier that was seen
//   GET  /_control/counts          requests per path, and "answered PATH"
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const port = Number(process.argv[2] || 0);
const faults = [];
const counts = {};
const issued = { access: [], grants: new Set() };
const secrets = new Set(); // everything that must never lie about at the client's

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

// Clients that need no redirect.
function otherClients() {
  const clients = [
    {
      client_id: 'machine-client',
      client_secret: 's3cr3t+with/special=chars&%',
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'], response_types: [], redirect_uris: [],
    },
    {
      client_id: 'device-client', application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: [deviceGrant, 'refresh_token'], response_types: [], redirect_uris: [],
    },
  ];
  if (process.env.RELINK_CLIENT_KEY) {
    const key = createPublicKey(readFileSync(process.env.RELINK_CLIENT_KEY));
    clients.push({
      client_id: 'assertion-client', token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: process.env.RELINK_CLIENT_ALGORITHM,
      jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'cert-7', use: 'sig' }] },
      grant_types: ['client_credentials'], response_types: [], redirect_uris: [],
    });
  }
  return clients;
}

function configuration() {
  return {
    clients: [
      ...otherClients(),
      {
        client_id: 'public-client',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/callback'],
      },
      {
        client_id: 'confidential-client',
        // Every character that form encoding and Basic can get wrong (R41).
        client_secret: 's3cr3t+with/special=chars&%',
        application_type: 'native',
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/callback'],
      },
    ],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
      userinfo: { enabled: true },
    },
    ttl: {
      AccessToken: 3600, AuthorizationCode: 60, Grant: 86400, IdToken: 3600,
      Interaction: 600, RefreshToken: 86400, Session: 86400,
    },
    cookies: { keys: ['not-a-secret'] },
    async findAccount(_context, id) {
      return { accountId: id, claims: async () => ({ sub: id, name: id, email: `${id}@example.test` }) };
    },
  };
}

const server = createServer();
server.listen(port, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration());
  provider.on('access_token.saved', (token) => {
    issued.access.push(token.jti);
    issued.grants.add(token.grantId);
    secrets.add(token.jti);
  });
  provider.on('refresh_token.saved', (token) => secrets.add(token.jti));
  provider.on('client_credentials.saved', (token) => secrets.add(token.jti));
  provider.on('device_code.saved', (code) => secrets.add(code.jti));
  provider.on('authorization_code.saved', (code) => secrets.add(code.jti));

  async function control(request, response, url) {
    const parameters = url.searchParams;
    switch (url.pathname) {
      case '/_control/withdraw':
        for (const id of issued.grants) {
          await provider.AccessToken.revokeByGrantId(id);
          await provider.RefreshToken.revokeByGrantId(id);
          const grant = await provider.Grant.find(id);
          if (grant) await grant.destroy();
        }
        issued.grants.clear();
        break;
      case '/_control/expire-access':
        for (const jti of issued.access.splice(0)) {
          const token = await provider.AccessToken.find(jti);
          if (token) await token.destroy();
        }
        break;
      case '/_control/fault':
        faults.push({
          path: parameters.get('path'), status: Number(parameters.get('status') || 503),
          times: Number(parameters.get('times') || 1), drop: parameters.has('drop'),
          after: parameters.has('after'), delay: Number(parameters.get('delay') || 0),
        });
        break;
      case '/_control/counts':
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(counts));
        return;
      case '/_control/secrets':
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify([...secrets]));
        return;
      default:
        response.statusCode = 404;
    }
    response.end();
  }

  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname.startsWith('/_control/')) {
      control(request, response, url);
      return;
    }
    counts[url.pathname] = (counts[url.pathname] || 0) + 1;
    response.on('finish', () => {
      const key = `answered ${url.pathname}`;
      counts[key] = (counts[key] || 0) + 1;
    });
    const fault = faults.find((f) => f.path === url.pathname && f.times > 0);
    if (!fault) {
      answer(request, response);
      return;
    }
    fault.times -= 1;
    if (fault.after) {
      // The server does its work and the answer is lost: the socket closes before it leaves.
      response.end = () => { request.socket.destroy(); return response; };
      response.write = () => true;
      answer(request, response);
    } else if (fault.delay) {
      setTimeout(() => answer(request, response), fault.delay);
    } else if (fault.drop) {
      let body = '';
      request.on('data', (part) => { body += part; }).on('end', () => {
        const sent = new URLSearchParams(body);
        for (const name of ['code', 'code_verifier', 'refresh_token']) {
          if (sent.get(name)) secrets.add(sent.get(name));
        }
        request.socket.destroy();
      });
    } else {
      response.statusCode = fault.status;
      response.end();
    }
  });
  console.log(`Server: ${issuer}`);
});
