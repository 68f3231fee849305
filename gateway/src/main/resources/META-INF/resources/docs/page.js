// The content security policy of this page allows no script inside the page itself.
const ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#api',
    deepLinking: true,
    filter: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    oauth2RedirectUrl: new URL('oauth2-redirect.html', window.location.href).href,
    // Whoever borrows the machine afterwards is not to find a token in it.
    persistAuthorization: false,
    validatorUrl: null,
});
ui.initOAuth({
    clientId: 'api-docs',
    scopes: 'openid',
    usePkceWithAuthorizationCodeGrant: true,
});
