package dev.fieldservice.platform.validation;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;

/** Constraints of Jakarta Validation that are checked otherwise on texts than Hibernate Validator does by itself. */
@ApplicationScoped
public class OurConstraints implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(LengthInCharacters.class);
        mapping.constraintDefinition(Pattern.class)
                .includeExistingValidators(true)
                .validatedBy(FormOfText.class);
        mapping.constraintDefinition(Email.class)
                .includeExistingValidators(false)
                .validatedBy(DeliverableAddress.class);
        configuration.addMapping(mapping);
    }
}
