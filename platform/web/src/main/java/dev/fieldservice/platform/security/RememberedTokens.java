package dev.fieldservice.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A cache of verified tokens before the check of Quarkus, which says who a token speaks for: people send the same token with
 * every request for minutes, and checking it was a tenth of what creating a ticket cost (docs/speed.md).
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    /** A token is held twice, and its claims once more. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    private static final int BYTES_OF_AN_IDENTITY = 2_048;

    private final OidcAuthenticationMechanism check;
    private final Revocation revocation;
    private final Cache<String, Known> remembered;
    private final ConcurrentMap<String, Uni<Known>> asked = new ConcurrentHashMap<>();
    private final Clock clock;

    public RememberedTokens(OidcAuthenticationMechanism check, Revocation revocation, TokenConfig config, Clock clock) {
        this.check = check;
        this.revocation = revocation;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(config.most().asLongValue())
                .weigher((String token, Known known) -> BYTES_OF_A_CHARACTER * token.length() + BYTES_OF_AN_IDENTITY)
                .expireAfterWrite(config.remembered())
                .build();
        this.clock = clock;
    }

    /** @param identity empty if the token is well signed and counts no more */
    private record Known(Optional<SecurityIdentity> identity, Instant until) {

        Uni<SecurityIdentity> answer() {
            return identity.map(known -> Uni.createFrom().item(known))
                    .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!BearerToken.isOffered(authorization)) {
            return check.authenticate(exchange, providers);
        }
        Optional<String> token = BearerToken.of(authorization);
        return token.isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : known(token.get()).map(Known::answer).orElseGet(() -> check(exchange, providers, token.get()));
    }

    private Uni<SecurityIdentity> check(RoutingContext exchange, IdentityProviderManager providers, String token) {
        return check.authenticate(exchange, providers)
                .onItem()
                .ifNotNull()
                .transformToUni(identity -> remember(token, identity));
    }

    private Optional<Known> known(String token) {
        return Optional.ofNullable(remembered.getIfPresent(token))
                .filter(known -> clock.instant().isBefore(known.until()));
    }

    private Uni<SecurityIdentity> remember(String sent, SecurityIdentity checked) {
        if (!(checked.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException();
        }
        Context here = Vertx.currentContext();
        Set<String> roles = checked.getRoles();
        return asked.computeIfAbsent(sent, first -> ask(first, token, roles))
                .emitOn(work -> runOn(here, work))
                .chain(Known::answer);
    }

    /** One question, however many requests wait for its answer. */
    private Uni<Known> ask(String sent, JsonWebToken token, Set<String> roles) {
        return Uni.createFrom()
                // Who was checked while another's question was answered need not ask again
                .deferred(() -> known(sent)
                        .map(known -> Uni.createFrom().item(known))
                        .orElseGet(() -> revocation
                                .rolesLeft(token.getRawToken(), roles)
                                .map(left -> known(token, left))
                                .invoke(known -> remembered.put(sent, known))))
                .onTermination()
                .invoke(() -> asked.remove(sent))
                .memoize()
                .indefinitely();
    }

    private static Known known(JsonWebToken token, Revocation.Left left) {
        Instant end = Instant.ofEpochSecond(token.getExpirationTime());
        return new Known(
                left.roles().map(roles -> identity(token, roles)), left.until().isBefore(end) ? left.until() : end);
    }

    /** The answer comes where the first one asked, or where patience ended, and each request is served on its own thread. */
    private static void runOn(Context context, Runnable work) {
        if (context == null || Vertx.currentContext() == context) {
            work.run();
        } else {
            context.runOnContext(back -> work.run());
        }
    }

    /** Who it is and which roles they have, and nothing else: what the check returns holds on to the request it came by. */
    private static SecurityIdentity identity(JsonWebToken token, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(roles)
                .addAttribute(Caller.ATTRIBUTE, Caller.of(token, roles))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return check.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return check.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return check.getCredentialTransport(exchange);
    }

    @Override
    public int getPriority() {
        return check.getPriority() + 1;
    }
}
