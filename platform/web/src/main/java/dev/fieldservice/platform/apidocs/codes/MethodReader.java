package dev.fieldservice.platform.apidocs.codes;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/** Reads the calls out of the code of one method, with what is known of their arguments. Each instruction is met once. */
final class MethodReader {

    private final Stack stack = new Stack();
    private final List<Call> calls = new ArrayList<>();

    private MethodReader(MethodModel method) {
        boolean isStatic = method.flags().has(AccessFlag.STATIC);
        int slot = isStatic ? 0 : 1;
        int index = 0;
        for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
            stack.setLocal(slot, Text.parameter(index++));
            slot += isWide(parameter) ? 2 : 1;
        }
    }

    static List<Call> calls(MethodModel method) {
        MethodReader reader = new MethodReader(method);
        method.code().ifPresent(code -> code.forEach(reader::read));
        return List.copyOf(reader.calls);
    }

    private void read(CodeElement element) {
        switch (element) {
            case LabelTarget target -> stack.reach(target.label());
            case BranchInstruction branch -> branch(branch);
            case ReturnInstruction end -> stack.end();
            case ThrowInstruction end -> stack.end();
            case TableSwitchInstruction choice -> {
                stack.pop(1);
                choice.cases().forEach(one -> stack.mayReach(one.target()));
                jump(choice.defaultTarget());
            }
            case LookupSwitchInstruction choice -> {
                stack.pop(1);
                choice.cases().forEach(one -> stack.mayReach(one.target()));
                jump(choice.defaultTarget());
            }
            case ConstantInstruction constant -> constant(constant.constantValue());
            case LoadInstruction load -> stack.push(stack.local(load.slot()));
            case StoreInstruction store -> stack.setLocal(store.slot(), stack.pop());
            case InvokeInstruction call -> invoke(call);
            case InvokeDynamicInstruction lambda -> dynamic(lambda);
            case StackInstruction shuffle -> stack.shuffle(shuffle.opcode());
            default -> plain(element);
        }
    }

    private void plain(CodeElement element) {
        switch (element) {
            case ArrayLoadInstruction load -> replace(2, 1);
            case ArrayStoreInstruction store -> stack.pop(3);
            case FieldInstruction field -> field(field);
            case NewObjectInstruction made -> stack.push(Text.UNKNOWN);
            case NewPrimitiveArrayInstruction made -> replace(1, 1);
            case NewReferenceArrayInstruction made -> replace(1, 1);
            case NewMultiArrayInstruction made -> replace(made.dimensions(), 1);
            case TypeCheckInstruction check -> check(check);
            case ConvertInstruction converted -> replace(1, 1);
            case OperatorInstruction operator -> operator(operator);
            case MonitorInstruction monitor -> stack.pop(1);
            default -> {} // leaves the stack as it is
        }
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> jump(branch.target());
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> {
                stack.pop(1);
                stack.mayReach(branch.target());
            }
            default -> {
                stack.pop(2);
                stack.mayReach(branch.target());
            }
        }
    }

    private void jump(Label target) {
        stack.mayReach(target);
        stack.end();
    }

    private void constant(ConstantDesc value) {
        stack.push(value instanceof String text ? Text.constant(text) : Text.UNKNOWN);
    }

    /** A cast keeps what is known. */
    private void check(TypeCheckInstruction check) {
        switch (check.opcode()) {
            case CHECKCAST -> {}
            default -> replace(1, 1);
        }
    }

    private void operator(OperatorInstruction operator) {
        switch (operator.opcode()) {
            case INEG, LNEG, FNEG, DNEG, ARRAYLENGTH -> replace(1, 1);
            default -> replace(2, 1);
        }
    }

    private void field(FieldInstruction field) {
        switch (field.opcode()) {
            case GETSTATIC -> {
                calls.add(new Call(new Call.Target(field.owner().asInternalName(), "<clinit>", "()V"), List.of()));
                stack.push(Text.UNKNOWN);
            }
            case PUTSTATIC -> stack.pop(1);
            case GETFIELD -> replace(1, 1);
            default -> stack.pop(2);
        }
    }

    private void invoke(InvokeInstruction call) {
        List<Text> arguments = stack.popAll(call.typeSymbol().parameterCount());
        boolean hasReceiver = call.opcode() != java.lang.classfile.Opcode.INVOKESTATIC;
        stack.pop(hasReceiver ? 1 : 0);
        calls.add(new Call(
                new Call.Target(
                        call.owner().asInternalName(),
                        call.name().stringValue(),
                        call.type().stringValue()),
                arguments));
        pushResult(call.typeSymbol());
    }

    private void dynamic(InvokeDynamicInstruction lambda) {
        List<Text> captured = stack.popAll(lambda.typeSymbol().parameterCount());
        for (ConstantDesc argument : lambda.bootstrapArgs()) {
            if (argument instanceof DirectMethodHandleDesc handle) {
                calls.add(new Call(target(handle), withoutReceiver(handle, captured)));
            }
        }
        pushResult(lambda.typeSymbol());
    }

    private static Call.Target target(DirectMethodHandleDesc handle) {
        return new Call.Target(
                handle.owner().descriptorString().replaceAll("^L|;$", ""),
                handle.methodName(),
                handle.lookupDescriptor());
    }

    private static List<Text> withoutReceiver(DirectMethodHandleDesc handle, List<Text> captured) {
        return switch (handle.kind()) {
            case STATIC, INTERFACE_STATIC, CONSTRUCTOR -> captured;
            default -> captured.isEmpty() ? captured : captured.subList(1, captured.size());
        };
    }

    private void pushResult(MethodTypeDesc type) {
        if (!type.returnType().descriptorString().equals("V")) {
            stack.push(Text.UNKNOWN);
        }
    }

    private void replace(int popped, int pushed) {
        stack.pop(popped);
        for (int i = 0; i < pushed; i++) {
            stack.push(Text.UNKNOWN);
        }
    }

    private static boolean isWide(ClassDesc type) {
        return type.descriptorString().equals("J") || type.descriptorString().equals("D");
    }
}
